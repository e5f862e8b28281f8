import { createRoot } from 'react-dom/client';
import { readyPage } from '../../components/page';
import { Popup } from './popup';

const root = await readyPage();
if (root) createRoot(root).render(<Popup />);
