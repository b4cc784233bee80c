import { gosh } from "../../src/meta/gosh.ts";
import { randomEffects } from "../../src/meta/randomEffects.ts";
const k=20; const v=Float64Array.from({length:k},(_,i)=>1/(27+(i*37)%400)), y=v.map((x,i)=>.25+Math.sqrt(x+.02)*Math.sin(i*i));
if(process.argv[2]==="g") for(let i=0;i<10;i++) gosh({estimate:y,samplingVariance:v},{seed:1}); else for(let i=0;i<20000;i++) randomEffects({estimate:y,samplingVariance:v},{tau2Interval:"none"});
