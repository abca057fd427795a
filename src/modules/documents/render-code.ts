import qrcode from 'qrcode-generator'

/**
 * The squares of a QR code, a line a row: 1 is dark, 0 is light. A quarter of it may be torn or dirty and it is still read (level Q of
 * ISO/IEC 18004:2024). The size follows from the address.
 */
export function codeOf(address: string): readonly string[] {
  const code = qrcode(0, 'Q')
  code.addData(address)
  code.make()
  const places = Array.from({ length: code.getModuleCount() }, (_, at) => at)
  return places.map((row) => places.map((column) => (code.isDark(row, column) ? '1' : '0')).join(''))
}
