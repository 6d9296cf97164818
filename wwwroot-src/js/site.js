import { start } from './start.js';
import { ChartPicture } from './chart-picture.js';
import { ComparePicker } from './compare-picker.js';
import { LiveFilter } from './live-filter.js';
import { PrintButton } from './print-button.js';

start(document, {
  'app-chart': ChartPicture,
  'app-compare-picker': ComparePicker,
  'app-live-filter': LiveFilter,
  'app-print': PrintButton,
});
