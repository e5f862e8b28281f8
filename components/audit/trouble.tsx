import { Notice } from '../ui/notice';
import { troubleWords } from './words';

/** The store cannot be used: what is wrong and what to do. */
export function Trouble({ code }: { code: string }) {
  return (
    <Notice tone="bad" urgent>
      {troubleWords(code)}
    </Notice>
  );
}
