type Undo = () => void;

const undos: Undo[] = [];

/**
 * Registers what has to be undone should this process end before it is forgotten. Undoing blocks: when a process ends,
 * nothing asynchronous runs any more.
 * @returns forgets it.
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

/** Undoes everything now, the latest first. One that fails does not keep the others from being undone. */
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
