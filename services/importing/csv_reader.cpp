// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/importing/csv_reader.h"

#include "services/importing/text_lines.h"
#include <QSet>
#include <csv.h>
#include <deque>

using namespace Qt::StringLiterals;

namespace tenantry::importing {

namespace {

/// Quotes of the lines so far are balanced: the header is complete.
bool isBalanced(const QByteArray &text) { return text.count('"') % 2 == 0; }

char mostFrequentDelimiter(const QByteArray &header) {
  constexpr std::string_view candidates = ",;\t"; // the first wins a tie
  std::array<int, candidates.size()> counts{};
  bool quoted = false;
  for (const char c : header) {
    if (c == '"')
      quoted = !quoted;
    else if (const auto at = candidates.find(c); !quoted && at != std::string_view::npos)
      ++counts[at];
  }
  return candidates[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) -
                                             counts.begin())];
}

bool isBlank(const QByteArray &line) { return line.trimmed().isEmpty() && !line.contains('\t'); }

Result<> checkColumns(const QStringList &names, const Place &place) {
  QSet<QString> seen;
  for (const QString &name : names) {
    const QString key = name.toCaseFolded();
    if (!key.isEmpty() && seen.contains(key)) {
      Place where = place;
      where.field = name;
      return fail(
          u"csv.column_duplicate"_s,
          u"The header names the column “%1” twice; rename or remove one of them"_s.arg(name),
          where);
    }
    seen.insert(key);
  }
  return {};
}

} // namespace

CsvHeader::CsvHeader(QStringList names) : m_names(std::move(names)) {
  for (QString &name : m_names)
    name = name.trimmed();
}

qsizetype CsvHeader::indexOf(QStringView name) const {
  const QStringView wanted = name.trimmed();
  for (qsizetype i = 0; i < m_names.size(); ++i)
    if (wanted.compare(m_names[i], Qt::CaseInsensitive) == 0)
      return i;
  return -1;
}

QString CsvRecord::cell(QStringView column) const {
  const qsizetype index = header->indexOf(column);
  return index < 0 ? QString() : cells[index].trimmed();
}

/// libcsv does not tell where it is, so it is fed one line at a time: a record ends with the line
/// that completes it, and begins with the first line after the record before. A record that cannot
/// be read costs its first line alone: the lines after it are read anew, so that a quote that is
/// not closed takes no good record with it.
struct CsvReader::State {
  State(QIODevice &device, const QString &file) : lines(device, file) { startParser(','); }
  ~State() { csv_free(&parser); }
  Q_DISABLE_COPY_MOVE(State)

  void startParser(char delimiter);
  Result<> detectDelimiter();
  Result<std::optional<TextLine>> nextLine();
  Result<> feed(const TextLine &line);
  Result<bool> finish();
  Result<std::optional<CsvRecord>> nextRecord();
  Result<std::optional<CsvRecord>> readRecord();
  CsvRecord takeRecord();
  void giveUpRecord();
  [[nodiscard]] Place place(int line, int column = 0) const {
    return {lines.file(), line, column, {}};
  }

  static void onCell(void *bytes, std::size_t size, void *state) {
    static_cast<State *>(state)->cells +=
        QString::fromUtf8(static_cast<const char *>(bytes), qsizetype(size));
  }
  static void onEnd(int, void *state) { static_cast<State *>(state)->complete = true; }

  TextLines lines;
  csv_parser parser{};
  std::deque<TextLine> readAhead;    ///< lines that are to be fed before others are read
  std::optional<Error> brokenLine;   ///< of the line after those
  std::vector<TextLine> recordLines; ///< lines fed since the last record ended
  std::shared_ptr<const CsvHeader> header;
  QStringList cells;
  qsizetype recordSize = 0; ///< bytes of those lines
  bool complete = false;
};

void CsvReader::State::startParser(char delimiter) {
  csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI);
  csv_set_delim(&parser, static_cast<unsigned char>(delimiter));
  csv_set_space_func(&parser,
                     [](unsigned char) { return 0; }); // cells are trimmed where they are used
}

Result<> CsvReader::State::detectDelimiter() {
  QByteArray text;
  while (text.size() <= longestRecord) {
    TENANTRY_TRY(line, lines.next());
    if (!line)
      break;
    text += line->bytes;
    readAhead.push_back(std::move(*line));
    if (!isBlank(text) && isBalanced(text))
      break;
  }
  csv_set_delim(&parser, static_cast<unsigned char>(mostFrequentDelimiter(text)));
  return {};
}

Result<std::optional<TextLine>> CsvReader::State::nextLine() {
  if (readAhead.empty() && brokenLine)
    return tl::unexpected(*std::exchange(brokenLine, std::nullopt));
  if (readAhead.empty())
    return lines.next();
  std::optional<TextLine> line(std::move(readAhead.front()));
  readAhead.pop_front();
  return line;
}

Result<> CsvReader::State::feed(const TextLine &line) {
  recordLines.push_back(line);
  recordSize += line.bytes.size();
  const int first = recordLines.front().number;
  const auto size = static_cast<std::size_t>(line.bytes.size());
  const std::size_t parsed =
      csv_parse(&parser, line.bytes.constData(), size, &onCell, &onEnd, this);
  if (parsed != size && line.number != first)
    return fail(
        u"csv.quote_stray"_s,
        u"A quoted cell of the record that begins here ends in line %1 with text after its closing quote; a quote is missing or not doubled"_s
            .arg(line.number),
        place(first));
  if (parsed != size) {
    const auto before = QString::fromUtf8(line.bytes.first(qsizetype(parsed)));
    return fail(
        u"csv.quote_stray"_s,
        u"A quote stands inside a cell; quote the whole cell and double the quotes within it"_s,
        place(line.number, static_cast<int>(before.toUcs4().size()) + 1));
  }
  if (recordSize > longestRecord)
    return fail(
        u"csv.record_too_long"_s,
        u"The record that begins here is longer than 1 MiB; a closing quote is probably missing"_s,
        place(first));
  return {};
}

/// At the end of the file: whether a last record without a line end was there.
Result<bool> CsvReader::State::finish() {
  if (csv_fini(&parser, &onCell, &onEnd, this) != 0)
    return fail(u"csv.quote_open"_s,
                u"A quote of the record that begins here is never closed; add the closing quote"_s,
                place(recordLines.front().number));
  return complete;
}

CsvRecord CsvReader::State::takeRecord() {
  CsvRecord record{recordLines.front().number, std::exchange(cells, {}), header};
  recordLines.clear();
  recordSize = 0;
  complete = false;
  return record;
}

void CsvReader::State::giveUpRecord() {
  if (!recordLines.empty())
    readAhead.insert(readAhead.begin(), std::next(recordLines.begin()), recordLines.end());
  const char used = static_cast<char>(csv_get_delim(&parser));
  csv_free(&parser);
  startParser(used);
  cells.clear();
  recordLines.clear();
  recordSize = 0;
  complete = false;
}

Result<std::optional<CsvRecord>> CsvReader::State::nextRecord() {
  auto record = readRecord();
  if (!record)
    giveUpRecord();
  return record;
}

Result<std::optional<CsvRecord>> CsvReader::State::readRecord() {
  for (;;) {
    auto read = nextLine();
    if (!read && !recordLines.empty()) {
      brokenLine = read.error();
      return fail(
          u"csv.quote_open"_s,
          u"A quote of the record that begins here is still open in line %1, which cannot be read"_s
              .arg(brokenLine->place.line),
          place(recordLines.front().number));
    }
    TENANTRY_TRY(line, std::move(read));
    if (!line) {
      TENANTRY_TRY(isLast, finish());
      return isLast ? std::optional(takeRecord()) : std::nullopt;
    }
    if (recordLines.empty() && isBlank(line->bytes))
      continue;
    TENANTRY_CHECK(feed(*line));
    if (complete)
      return takeRecord();
  }
}

CsvReader::CsvReader(std::unique_ptr<State> state) : m_state(std::move(state)) {}
CsvReader::CsvReader(CsvReader &&) noexcept = default;
CsvReader &CsvReader::operator=(CsvReader &&) noexcept = default;
CsvReader::~CsvReader() = default;

const CsvHeader &CsvReader::header() const { return *m_state->header; }
const QString &CsvReader::file() const { return m_state->lines.file(); }
char CsvReader::delimiter() const { return static_cast<char>(csv_get_delim(&m_state->parser)); }

Result<CsvReader> CsvReader::open(QIODevice &device, const QString &file) {
  auto state = std::make_unique<State>(device, file);
  TENANTRY_CHECK(state->detectDelimiter());
  TENANTRY_TRY(first, state->nextRecord());
  if (!first)
    return fail(u"csv.empty"_s, u"The file is empty; its first line must name the columns"_s,
                state->place(1));
  state->header = std::make_shared<const CsvHeader>(std::move(first->cells));
  TENANTRY_CHECK(checkColumns(state->header->names(), state->place(first->line)));
  return CsvReader(std::move(state));
}

Result<std::optional<CsvRecord>> CsvReader::next() {
  auto record = m_state->nextRecord();
  if (record && *record && (*record)->cells.size() != m_state->header->names().size())
    return fail(
        u"csv.cells"_s,
        u"The record has %1 cells where the header has %2 columns; check its delimiters and quotes"_s
            .arg((*record)->cells.size())
            .arg(m_state->header->names().size()),
        m_state->place((*record)->line));
  return record;
}

} // namespace tenantry::importing
