import fc from 'fast-check';

// One seed, so that a mutant does not survive by luck; no shrinking, since nobody reads the example.
fc.configureGlobal({ seed: 1, numRuns: 15, endOnFailure: true });
