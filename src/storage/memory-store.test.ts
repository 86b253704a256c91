import { describe } from 'vitest';
import { MemoryStore } from './memory-store';
import { storeContract } from './store.contract';

describe('the memory store', () => storeContract(async () => new MemoryStore()));
