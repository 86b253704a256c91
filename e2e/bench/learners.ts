import { learnersReport } from './learners/report.ts';

/* npx tsx e2e/bench/learners.ts [learners] */
console.log(learnersReport(Number(process.argv[2] ?? 200)));
