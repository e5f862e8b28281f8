import { createRoot } from 'react-dom/client';
import { readyPage } from '../../components/page';
import { Dashboard } from './dashboard';

const root = await readyPage();
if (root) createRoot(root).render(<Dashboard />);
