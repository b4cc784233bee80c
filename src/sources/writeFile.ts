import { randomBytes } from "node:crypto";
import { link, lstat, open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { BetrokkenError, refuse } from "../foundation/errors.ts";

export interface WriteOptions {
  /** Replace a file that is there; false when left out. */
  readonly overwrite?: boolean;
}

/**
 * Writes a file whole or not at all: the content goes to a temporary file in the same folder, which takes the name
 * only when it is complete.
 * @param path where it should stand; its folder must exist
 * @throws file/exists when it is there and may not be replaced; file/unwritable with the reason of the system
 */
export async function writeFileWhole(
  path: string,
  content: string | Uint8Array,
  { overwrite = false }: WriteOptions = {},
): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    if (!overwrite && (await exists(path))) refuse("file/exists", {}, { source: path });
    await writeTemporary(temporary, content);
    if (overwrite) await rename(temporary, path);
    else await takeFreeName(temporary, path);
  } catch (error) {
    if (error instanceof BetrokkenError) throw error;
    refuse("file/unwritable", { reason: reasonOf(error) }, { source: path });
  } finally {
    await rm(temporary, { force: true });
  }
}

async function writeTemporary(temporary: string, content: string | Uint8Array): Promise<void> {
  const file = await open(temporary, "wx");
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A link fails when the name was taken meanwhile; where the disk knows no links, we look once more and rename. */
async function takeFreeName(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path);
  } catch (error) {
    if (reasonOf(error) === "EEXIST" || (await exists(path))) refuse("file/exists", {}, { source: path });
    await rename(temporary, path);
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch {
    return false;
  }
}

/** The system's short word for what went wrong: ENOENT, EACCES. */
export function reasonOf(error: unknown): string {
  return (error as { code?: string }).code ?? "?";
}
