import './require-node.mjs';

// As in start.mjs: nothing else loads before Node is new enough and the packages are there.
import('./install.mjs')
  .then((install) => install.installIfStale())
  .then(() => import('./run-tests.mjs'))
  .then((run) => run.main())
  .catch((error) => {
    console.error(error.message);
    console.log('0 passed, 1 failed');
    process.exit(1);
  });
