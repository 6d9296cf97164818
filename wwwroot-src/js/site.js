import { start } from './start.js';
import { ComparePicker } from './compare-picker.js';
import { PrintButton } from './print-button.js';

start(document, {
  'app-compare-picker': ComparePicker,
  'app-print': PrintButton,
});
