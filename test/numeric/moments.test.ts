import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { refusalOf } from "../refusal.ts";
