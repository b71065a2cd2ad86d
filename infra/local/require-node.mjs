// Imports nothing and uses no new syntax: it must still speak on the Node that it refuses.
var parts = process.versions.node.split('.').map(Number);
if (parts[0] < 20 || (parts[0] === 20 && parts[1] < 19)) {
  console.error('Vững Mạnh cần Node.js 20.19 trở lên (nên dùng 22 hoặc 24); máy này đang chạy ' + process.versions.node + '.');
  console.error('Vung Manh needs Node.js >= 20.19: install a newer one from https://nodejs.org and run the command again.');
  process.exit(1);
}
