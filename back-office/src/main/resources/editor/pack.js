"use strict";

/** Packs files into a zip without compression (APPNOTE 6.3.10, method 0), so that a whole folder travels in one request. */
const pack = (() => {
  const TABLE = Uint32Array.from({length: 256}, (_, n) => {
    let c = n;
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    return c;
  });
  const UTF8 = 0x0800;

  function crc(bytes) {
    let c = 0xffffffff;
    for (const byte of bytes) c = TABLE[(c ^ byte) & 255] ^ (c >>> 8);
    return (c ^ 0xffffffff) >>> 0;
  }

  function record(size, write) {
    const view = new DataView(new ArrayBuffer(size));
    write(view);
    return new Uint8Array(view.buffer);
  }

  /** The part that both headers of a file share, from the version on. */
  function common(view, at, file) {
    view.setUint16(at, 20, true);
    view.setUint16(at + 2, UTF8, true);
    view.setUint32(at + 6, 0x00210000, true);
    view.setUint32(at + 10, file.crc, true);
    view.setUint32(at + 14, file.size, true);
    view.setUint32(at + 18, file.size, true);
    view.setUint16(at + 22, file.name.length, true);
  }

  /** @param files [{path, blob}] */
  async function zip(files) {
    const parts = [];
    const directory = [];
    let offset = 0;
    for (const {path, blob} of files) {
      const bytes = new Uint8Array(await blob.arrayBuffer());
      const file = {name: new TextEncoder().encode(path), crc: crc(bytes), size: bytes.length, offset};
      const head = record(30, (view) => {
        view.setUint32(0, 0x04034b50, true);
        common(view, 4, file);
      });
      parts.push(head, file.name, bytes);
      directory.push(file);
      offset += head.length + file.name.length + bytes.length;
    }
    const start = offset;
    for (const file of directory) {
      const entry = record(46, (view) => {
        view.setUint32(0, 0x02014b50, true);
        view.setUint16(4, 20, true);
        common(view, 6, file);
        view.setUint32(42, file.offset, true);
      });
      parts.push(entry, file.name);
      offset += entry.length + file.name.length;
    }
    parts.push(record(22, (view) => {
      view.setUint32(0, 0x06054b50, true);
      view.setUint16(8, directory.length, true);
      view.setUint16(10, directory.length, true);
      view.setUint32(12, offset - start, true);
      view.setUint32(16, start, true);
    }));
    return new Blob(parts, {type: "application/zip"});
  }

  return {zip};
})();
