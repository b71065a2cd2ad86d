// Comes before everything else: the layers must be named before any style uses them, and a schema made before `jitless` is set
// would probe `Function('')`.
import './ui/layers.css';
import './ui/tokens.css';
import './ui/fonts.css';
import './ui/base.css';
import { applyTextSize } from './app/text-size.js';
import { speakVietnamese } from './text/zod-messages.js';

speakVietnamese();
applyTextSize();
