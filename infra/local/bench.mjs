import './require-node.mjs';

// As in start.mjs: nothing else loads before Node is new enough and the packages are there.
import('./install.mjs')
  .then((install) => install.installIfStale())
  .then(() => import('../bench/run.mjs'))
  .then((run) => run.main())
  .then((code) => process.exit(code))
  .catch((error) => {
    console.error(error.stack ?? error.message);
    process.exit(2);
  });
