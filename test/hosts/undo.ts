type Undo = () => void;

const undos: Undo[] = [];

/**
 * Registers an action that undoes something if this process ends before it is forgotten. It must block: when a process ends,
 * nothing asynchronous runs.
 * @returns a function that forgets it
 */
export function undoOnExit(undo: Undo): () => void {
  if (undos.length === 0) process.once('exit', undoAll);
  undos.push(undo);
  return () => {
    const index = undos.indexOf(undo);
    if (index >= 0) undos.splice(index, 1);
    if (undos.length === 0) process.removeListener('exit', undoAll);
  };
}

/** Undoes everything now, the latest first. A failure doesn't prevent the others. */
export function undoAll(): void {
  process.removeListener('exit', undoAll);
  for (let undo = undos.pop(); undo !== undefined; undo = undos.pop()) {
    try {
      undo();
    } catch (error) {
      process.stderr.write(`while tidying up: ${String(error)}\n`);
    }
  }
}
