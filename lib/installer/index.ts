/** Programs that run on a host, and the code that makes the uploaded script from a bundle. */
export { documentHashes, documentLines } from './document';
export type { DocumentHashes, DocumentIds, FileContent } from './document';
export {
  deploymentScript,
  installerLines,
  installerScript,
  installerTail,
  installerVersion,
  uninstallProgram,
  uninstallScript,
} from './script';
export type { SentDocument } from './script';
