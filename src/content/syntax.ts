import type { YAMLError } from 'yaml';

/** What the YAML parser complains of, in the words of somebody who writes scenes. */
export function inPlainWords({ code, message }: YAMLError): string {
  switch (code) {
    case 'MISSING_CHAR': {
      const quote = /closing (.)quote/.exec(message)?.[1];
      if (quote) return `expected a closing ${quote}, found none`;
      if (message.includes('map keys')) return 'expected "name: value", found a line without a colon';
      if (message.startsWith('Comments')) return 'expected a space before the #, found none';
      return `expected YAML: ${message}`;
    }
    case 'BAD_INDENT': {
      const bracket = /end with a ([\]}])/.exec(message)?.[1];
      if (bracket) return `expected a closing ${bracket}, found none`;
      return 'expected the same number of spaces as in the lines it belongs to, found another';
    }
    case 'BAD_SCALAR_START':
      return `expected quotes around a text that begins with ${/character (.)$/.exec(message)?.[1] ?? 'such a sign'}`;
    case 'BLOCK_AS_IMPLICIT_KEY':
      return 'expected one "name: value" on a line, found more (a text that holds ": " needs quotes)';
    case 'MULTILINE_IMPLICIT_KEY':
      return 'expected a name on a line of its own, found one over several lines';
    case 'TAB_AS_INDENT':
      return 'expected spaces at the start of the line, found a tab';
    case 'UNEXPECTED_TOKEN':
      return 'expected the end of the value, found more (a text with quotes in it needs quotes around the whole)';
    case 'MULTIPLE_DOCS':
      return 'expected one document, found a second one after ---';
    case 'TAG_RESOLVE_FAILED':
      return 'expected no tag, found one (a text that begins with ! needs quotes)';
    case 'BAD_DQ_ESCAPE':
      return 'expected a known sign after the \\, found another (\\\\ stands for one \\)';
    case 'RESOURCE_EXHAUSTION':
      return 'expected a file that can be read in one go, found deeper nesting';
    default:
      return `expected YAML: ${message}`;
  }
}
