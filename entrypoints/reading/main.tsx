import { createRoot } from 'react-dom/client';
import { direction, language } from '../../lib/words/locale';
import { Reading } from './reading';

document.documentElement.lang = language();
document.documentElement.dir = direction();

const root = document.getElementById('root');
if (root) createRoot(root).render(<Reading tab={Number(location.hash.slice(1))} />);
