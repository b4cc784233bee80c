import { betaLogTail, betaTail, betaExcess, betaLogPrefix } from "./incompleteBeta.ts";
