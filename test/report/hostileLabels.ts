/** Names that a questionnaire may well have, and that must come out as letters and nothing else. */
export const HOSTILE: readonly string[] = [
  "<script>alert(1)</script>",
  `"><img src=x onerror='alert(2)'>`,
  "</style></title><!-- & &amp;",
  "\u202Eloohcs\u202C and \u05e9\u05dc\u05d5\u05dd \u0639\u0644\u0627\u0642\u0629",
  "\u{1f469}\u200d\u{1f469}\u200d\u{1f467} thuis \u7814\u7a76 e\u0301e\u0301n",
  "x".repeat(5000),
  "a | b * _c_ `d` [e](javascript:alert(3)) $f$ https://example.org",
  "\u001b[31mred\u0007\u0000\r\n# not a heading",
];

/** Signs that steer a terminal or turn the direction of a line. */
export const STEERING = /(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;
