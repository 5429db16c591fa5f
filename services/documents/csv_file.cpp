// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/documents/csv_file.h"

#include <QRegularExpression>
#include <QSaveFile>
#include <csv.h>

using namespace Qt::StringLiterals;

namespace tenantry::documents {

namespace {

Failure notWritable(const QSaveFile &file) {
  return fail(u"csv.not_writable"_s, u"%1 could not be written: %2. Choose another folder, or make "
                                     u"room there."_s.arg(file.fileName(), file.errorString()));
}

/// Numbers begin with a minus as well, and are no formulas.
bool looksLikeFormula(const QString &cell) {
  static const QRegularExpression number(u"^-?[0-9.]+$"_s);
  return !cell.isEmpty() && u"=+-@\t\r"_s.contains(cell.front()) && !number.match(cell).hasMatch();
}

QByteArray quoted(const QString &cell) {
  const QByteArray utf8 = (looksLikeFormula(cell) ? u'\'' + cell : cell).toUtf8();
  const auto size = static_cast<std::size_t>(utf8.size());
  QByteArray written(utf8.size() * 2 + 2,
                     Qt::Uninitialized); // the most that quoting can make of it
  written.resize(qsizetype(
      csv_write(written.data(), static_cast<std::size_t>(written.size()), utf8.constData(), size)));
  return written;
}

} // namespace

CsvFile::CsvFile(std::unique_ptr<QSaveFile> file) : m_file(std::move(file)) {}
CsvFile::CsvFile(CsvFile &&) noexcept = default;
CsvFile::~CsvFile() = default;

Result<CsvFile> CsvFile::open(const QString &path) {
  auto file = std::make_unique<QSaveFile>(path);
  if (!file->open(QIODevice::WriteOnly))
    return notWritable(*file);
  file->write("\xef\xbb\xbf");
  return CsvFile(std::move(file));
}

QByteArray csvLine(const QStringList &cells) {
  QByteArrayList written;
  for (const auto &cell : cells)
    written += quoted(cell);
  return written.join(',') + "\r\n";
}

void CsvFile::addRow(const QStringList &cells) { m_file->write(csvLine(cells)); }

Result<> CsvFile::finish() {
  if (!m_file->commit())
    return notWritable(*m_file);
  return {};
}

} // namespace tenantry::documents
