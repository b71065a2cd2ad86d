import './require-node.mjs';

// Dynamic imports only: until Node is known to be new enough and the packages are there, nothing else may load.
import('./install.mjs')
  .then((install) => install.installIfStale())
  .then(() => import('./run.mjs'))
  .then((run) => run.main())
  .catch((error) => {
    console.error(error.asked ? `${error.message} (${error.asked})` : error.message);
    process.exit(1);
  });
