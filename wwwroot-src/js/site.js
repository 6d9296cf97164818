import { start } from './start.js';
import { ComparePicker } from './compare-picker.js';

start(document, {
  'app-compare-picker': ComparePicker,
});
