import { createRoot } from 'react-dom/client';
import { direction, language } from '../../lib/words/locale';
import { Dashboard } from './dashboard';

document.documentElement.lang = language();
document.documentElement.dir = direction();

const root = document.getElementById('root');
if (root) createRoot(root).render(<Dashboard />);
