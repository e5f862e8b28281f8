import { createRoot } from 'react-dom/client';
import { direction, language } from '../../lib/words/locale';
import { say } from '../../lib/words/say';
import { Welcome } from './welcome';

document.documentElement.lang = language();
document.documentElement.dir = direction();
document.title = say('welcome_name');

const root = document.getElementById('root');
if (root) createRoot(root).render(<Welcome />);
