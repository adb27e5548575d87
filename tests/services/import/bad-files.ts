export const head = "assetTag,model\n";
export const mb = 1024 * 1024;
/** Files that cannot be read, with where and why. */
export const unreadable: readonly (readonly [what: string, file: () => Uint8Array | string, said: string])[] =
  [
    ["nothing", () => "", "import-empty"],
    ["only white space", () => "\r\n  \r\n", "import-empty"],
    ["only a byte order mark", () => "\ufeff", "import-empty"],
    ["a workbook", () => Buffer.from("PK\x03\x04\x14\0\x06\0[Content_Types].xml"), "import-is-workbook 1 1"],
    ["an old workbook", () => Buffer.from("d0cf11e0a1b11ae1", "hex"), "import-is-workbook 1 1"],
    ["a PDF", () => "%PDF-1.7\n%âãÏÓ", "import-not-text 1 1"],
    ["a picture", () => Buffer.from("89504e470d0a1a0a", "hex"), "import-not-text 1 1"],
    ["a gzip", () => Buffer.from("1f8b0800000000000003", "hex"), "import-not-text 1 1"],
    ["a NUL", () => `${head}LAP-1,x\nLAP-2,a\0b\n`, "import-not-text 3 8"],
    ["a control character", () => `${head}LAP-1,a\u0007\n`, "import-not-text 2 8"],
    ["UTF-16 without a mark", () => Buffer.from(head, "utf16le"), "import-not-text 1 2"],
    [
      "UTF-16 with half a character",
      () => Buffer.from("\ufeffa,\ud800b\n", "utf16le"),
      "import-encoding 1 3",
    ],
    [
      "UTF-8 with a broken letter",
      () =>
        Buffer.concat([Buffer.from(`${head}LAP-1,Tîm\nLAP-2,caf`), Buffer.from([0xe9]), Buffer.from("\n")]),
      "import-encoding 3 10",
    ],
    [
      "a mark of UTF-8 over other bytes",
      () => Buffer.from("\xef\xbb\xbfa,b\n\xe9,1\n", "latin1"),
      "import-encoding 2 1",
    ],
    [
      "bytes that Windows-1252 has not",
      () => Buffer.from(`${head}LAP-1,\x81\xff\n`, "latin1"),
      "import-not-text 2 7",
    ],
    ["an open quotation mark", () => `${head}LAP-1,"open\nLAP-2,x\n`, "import-quote-open 2 model"],
    ["one that another one closes", () => `${head}LAP-1,"open\nLAP-2,"x"\n`, "import-quote-open 2 model"],
    ["text behind a closed one", () => `${head}"LAP" 1,x\n`, "import-quote-open 2 assetTag"],
    ["an open one in the header", () => `assetTag,"model\nLAP-1,x\n`, "import-quote-open 1 2"],
    [
      "a cell of 40,000 characters",
      () => `${head}LAP-1,${"x".repeat(40_000)}\n`,
      "import-cell-too-long 2 model",
    ],
    [
      "a cell of 30 MB",
      () => `${head}LAP-1,ok\nLAP-2,${"x".repeat(30 * mb)}\n`,
      "import-cell-too-long 3 model",
    ],
    [
      "a quoted cell of 30 MB",
      () => `${head}LAP-1,ok\nLAP-2,"${"x\n".repeat(15 * mb)}"\n`,
      "import-cell-too-long 3 model",
    ],
    [
      "a quoted cell of 30 MB with a comma behind every word",
      () => `${head}LAP-1,ok\nLAP-2,"${"word, ".repeat(5 * mb)}"\n`,
      "import-cell-too-long 3 model",
    ],
    [
      "a quoted cell of 200 KB that is closed",
      () => `${head}LAP-1,ok\nLAP-2,"${"a line\n".repeat(30_000)}"\nLAP-3,ok\n`,
      "import-cell-too-long 3 model",
    ],
    [
      "a quotation mark that stays open over 200 KB of rows",
      () => `${head}LAP-1,"open\n${"LAP-2,x\n".repeat(19_000)}`,
      "import-quote-open 2 model",
    ],
    [
      "30 MB in good rows",
      () => head + `LAP-1,${"x".repeat(3_000)}\n`.repeat(10_000),
      "import-too-large 1746 -",
    ],
    [
      "300 columns",
      () => `${Array.from({ length: 300 }, (_, at) => `c${at}`).join(",")}\n`,
      "import-too-many-columns 1 -",
    ],
    ["a row of 300 columns", () => `${head}LAP-1${",x".repeat(300)}\n`, "import-too-many-columns 2 -"],
    ["millions of separators", () => head + ",".repeat(5 * mb - 100), "import-too-many-columns 2 -"],
    ["25,000 rows", () => head + "LAP-1,x\n".repeat(25_000), "import-too-many-rows 20002 -"],
    ["a million rows of nothing", () => head + ",\n".repeat(1_000_000), "import-too-many-rows 20002 -"],
    [
      "a million ragged rows of nothing",
      () => head + ",,\n".repeat(1_000_000),
      "import-too-many-rows 20002 -",
    ],
    ["5 MB of quotation marks", () => head + '"'.repeat(5 * mb - 101), "import-quote-open 2 assetTag"],
  ];
