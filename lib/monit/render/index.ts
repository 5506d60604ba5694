export { renderControlFile } from './control-file';
