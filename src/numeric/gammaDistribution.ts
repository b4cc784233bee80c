import { productError } from "./exactProduct.ts";
import { gammaLogPrefix, gammaLogTail, gammaPrefix, gammaTail } from "./incompleteGamma.ts";

export function gammaDensity(x: number, shape: number, scale = 1): number {
  return x / shape / scale;
}
function excess(x: number, shape: number, scale: number): number {
  return scale === 1 ? x - shape : (x - shape * scale - productError(shape, scale)) / scale;
}
export function gammaLower(x: number, shape: number, scale = 1): number {
  return gammaTail(x / scale, shape, excess(x, shape, scale), false);
}
export function gammaUpper(x: number, shape: number, scale = 1): number {
  return gammaTail(x / scale, shape, excess(x, shape, scale), true);
}
