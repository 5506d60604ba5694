/** What runs on a host, and how a bundle becomes the script that is uploaded. */
export { documentLines } from './document';
export type { DocumentIds, FileContent } from './document';
export { installerScript, installerTail, installerVersion, uninstallScript } from './script';
