import { layOut } from "../../src/meta/effectLayout.ts";
import { fitMean } from "../../src/meta/meanFit.ts";
import { randomEffects } from "../../src/meta/randomEffects.ts";
import { gosh } from "../../src/meta/gosh.ts";
import { leaveOneOut } from "../../src/meta/leaveOneOut.ts";
import { influence } from "../../src/meta/influence.ts";
import { normalQuantile } from "../../src/numeric/normal.ts";
function effects(k: number) {
  const spread = (i: number, step: number) => (i * step) % 1;
  const samplingVariance = Float64Array.from({ length: k }, (_, i) => 1 / (27 + Math.floor(400 * spread(i + 1, 0.618034))));
  const estimate = samplingVariance.map((v, i) => 0.25 + Math.sqrt(v + 0.02) * normalQuantile((spread(i + 1, 0.7548777) * 1000 + 0.5) / 1001));
  return { estimate, samplingVariance };
}
function cpu(f:()=>void,n:number){ for(let i=0;i<Math.max(2,n/4);i++)f(); const c=process.cpuUsage(); for(let i=0;i<n;i++)f(); const d=process.cpuUsage(c); return ((d.user+d.system)/n).toFixed(1)+" µs";}
for (const k of [10,50,500,5000]) {
  const { estimate, samplingVariance } = effects(k); const n=Math.max(30,300000/k|0);
  console.log(k,"fit",cpu(()=>fitMean(layOut({ estimates: estimate, variances: samplingVariance }),{method:"REML",test:"knappHartung"}),n),"stat",cpu(()=>randomEffects({ estimate, samplingVariance },{tau2Interval:"none"}),n/4), "with QP", cpu(()=>randomEffects({ estimate, samplingVariance }),n/4));
}
const e=effects(20); console.log("gosh 10000", cpu(()=>gosh(e,{seed:1}),8), "FE", cpu(()=>gosh(e,{seed:1,method:"FE"}),8));
const f=effects(500); console.log("loo 500", cpu(()=>leaveOneOut(f),5)," infl", cpu(()=>influence(f),5));
