import { createRoot } from 'react-dom/client';
import { readyPage } from '../../components/page';
import { Welcome } from './welcome';

const root = await readyPage('welcome_name');
if (root) createRoot(root).render(<Welcome />);
