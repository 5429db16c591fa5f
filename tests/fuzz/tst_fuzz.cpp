// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/api/form.h"
#include "services/business/loader.h"
#include "services/gateways/stripe_signature.h"
#include "services/http/head_scanner.h"
#include "services/importing/bank_csv.h"
#include "services/importing/camt_reader.h"
#include "services/importing/csv_reader.h"
#include "services/importing/rate_file.h"
#include "services/importing/usage_batch.h"
#include "services/scenarios/scenario.h"
#include "tests/fuzz/fuzzing.h"

#include <QBuffer>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::tests;

namespace {

/// Reads that input; what is wrong with what came of it, empty: nothing.
using Reader = std::function<QString(const QByteArray &input)>;

/// Each error says what, and none comes for ever: there are no more records than lines.
template <typename Stream> QString readAll(Stream &stream, const QByteArray &input) {
  const auto most = input.count('\n') + input.count('\r') + 2;
  for (qsizetype records = 0; records <= most; ++records) {
    const auto record = stream.next();
    if (!record && record.error().code.isEmpty())
      return u"an error without a code"_s;
    if (record && !*record)
      return {};
  }
  return u"more records than lines"_s;
}

QString readCsv(const QByteArray &input) {
  QBuffer buffer;
  buffer.setData(input);
  buffer.open(QIODevice::ReadOnly);
  auto reader = importing::CsvReader::open(buffer, u"a.csv"_s);
  return reader ? readAll(*reader, input) : QString();
}

QString readUsage(const QByteArray &input) {
  QBuffer buffer;
  buffer.setData(input);
  buffer.open(QIODevice::ReadOnly);
  importing::UsageLines lines(buffer, u"a.jsonl"_s, {});
  return readAll(lines, input);
}

QString readUsageBatch(const QByteArray &input) {
  QBuffer buffer;
  buffer.setData(input);
  buffer.open(QIODevice::ReadOnly);
  importing::UsageBatch events(buffer, u"a.json"_s, {});
  for (qsizetype records = 0; records <= input.size() + 1; ++records) {
    const auto event = events.next();
    if (!event && (event.error().code.isEmpty() || event.error().place.line < 1))
      return u"an error without a code or place"_s;
    if (event && !*event)
      return {};
  }
  return u"more events than bytes"_s;
}

QString readCamtFile(const QByteArray &input) {
  QBuffer buffer;
  buffer.setData(input);
  buffer.open(QIODevice::ReadOnly);
  const auto read = importing::readCamt(buffer, u"a.xml"_s);
  if (!read)
    return {};
  for (const auto &statement : read->statements)
    for (const auto &entry : statement.entries)
      if (entry.amount.currency().code().size() != 3)
        return u"an entry without a currency"_s;
  return {};
}

QString readBankFile(const QByteArray &input) {
  QBuffer buffer;
  buffer.setData(input);
  buffer.open(QIODevice::ReadOnly);
  static_cast<void>(importing::readBankCsv(
      buffer, u"a.csv"_s, {.account = u"DE1"_s, .currency = *Currency::parse(u"EUR"_s)}));
  return {};
}

QString readRateFile(const QByteArray &input) {
  QBuffer buffer;
  buffer.setData(input);
  buffer.open(QIODevice::ReadOnly);
  const auto read = importing::readRates(buffer, u"a.csv"_s, *Currency::parse(u"EUR"_s));
  if (!read)
    return {};
  for (const auto &one : read->rates)
    if (one.rate <= 0)
      return u"a rate that is none"_s;
  return {};
}

QString readJson(const QByteArray &input) {
  const auto once = parseJson(input);
  if (!once)
    return {};
  const auto again = parseJson(toBytes(*once));
  return again && *again == *once ? QString() : u"it reads otherwise what it wrote"_s;
}

QString readBusiness(const QByteArray &input) {
  auto source = business::Source::shipped();
  if (const auto taken = source.overlay(input.toStdString(), u"a.toml"_s); !taken)
    return taken.error().empty() ? u"a refusal without a reason"_s : QString();
  const auto loaded = source.load();
  if (!loaded)
    return loaded.error().empty() ? u"a refusal without a reason"_s : QString();
  const auto again = business::fromJson(business::toJson(*loaded));
  return again && *again == *loaded ? QString() : u"it is not stored as it was read"_s;
}

QString readScenarioFile(const QByteArray &input) {
  const QTemporaryDir folder;
  QFile file(folder.filePath(u"a.toml"_s));
  if (!file.open(QIODevice::WriteOnly) || file.write(input) != input.size())
    return file.errorString();
  file.close();
  const auto read = scenarios::readScenario(file.fileName());
  return read || !read.error().empty() ? QString() : u"a refusal without a reason"_s;
}

QString readHead(const QByteArray &input) {
  // As it arrives: what is good in one piece is good in two.
  constexpr std::size_t most = 8192;
  const std::string_view all(input.constData(), std::size_t(input.size()));
  http::HeadScanner whole(most), parts(most);
  const auto seen = whole.look(all);
  auto seenInParts = parts.look(all.substr(0, all.size() / 2));
  if (seenInParts == http::HeadScanner::State::Incomplete)
    seenInParts = parts.look(all);
  return seen == seenInParts ? QString() : u"it depends on how it arrives"_s;
}

QString readFormBody(const QByteArray &input) {
  static_cast<void>(
      api::readForm({.method = http::Method::Post,
                     .path = "/",
                     .headers = {{"Content-Type", "application/x-www-form-urlencoded"}},
                     .body = input}));
  return {};
}

QString readSignature(const QByteArray &input) {
  const auto at = *parseInstant(u"2026-01-01T00:00:00Z"_s);
  return gateways::checkStripeSignature(input, "{}", u"whsec_1"_s, at)
             ? u"what nobody signed is taken"_s
             : QString();
}

QList<QByteArray> filesOf(const QString &folder, const QStringList &names) {
  QList<QByteArray> all;
  for (QDirIterator files(u"tests/data/"_s + folder, names, QDir::Files,
                          QDirIterator::Subdirectories);
       files.hasNext();) {
    QFile file(files.next());
    if (file.open(QIODevice::ReadOnly))
      all.append(file.read(8192));
  }
  return all;
}

} // namespace

/// 4-quality, “Bad input is refused whole with its place”: whatever readers are given, they end,
/// crash on nothing and say something. More rounds: TENANTRY_FUZZ_ROUNDS; other inputs:
/// TENANTRY_FUZZ_SEED.
class TestFuzz : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void hostileInputIsRefused_data();
  void hostileInputIsRefused();
};

void TestFuzz::hostileInputIsRefused_data() {
  QTest::addColumn<QList<QByteArray>>("corpus");
  QTest::addColumn<std::function<QString(const QByteArray &)>>("read");
  QTest::addColumn<int>("rounds");
  const auto row = [](const char *name, const QList<QByteArray> &corpus, Reader read, int rounds) {
    QVERIFY2(!corpus.isEmpty(), name);
    QTest::newRow(name) << corpus << std::move(read) << rounds;
  };
  row("CSV", filesOf(u"import"_s, {u"*.csv"_s}), readCsv, 600);
  row("usage lines", filesOf(u"import"_s, {u"*.jsonl"_s}), readUsage, 300);
  row("usage batches",
      {R"([{"specversion":"1.0","id":"a","source":"c","type":"api_calls","time":"2026-03-01T10:00:00Z",)"
       R"("data":{"quantity":1,"region":"\"]}"}},)"
       "\n"
       R"( {"id":"b","data":{"quantity":"2.5"}}])",
       "[]", "[[],{},0,\"\\\"\"]"},
      readUsageBatch, 3000);
  row("CAMT.053", filesOf(u"bank"_s, {u"*.xml"_s}), readCamtFile, 600);
  row("bank CSV", filesOf(u"bank"_s, {u"*.csv"_s}), readBankFile, 600);
  row("exchange rates",
      {"Date,USD,JPY,CYP,\n2026-02-27,1.0842,162.5,N/A,\n", "Date,USD,\n2026-02-27,0.00,\n",
       "Date,USD,\n2026-02-27,-1.0842,\n"},
      readRateFile, 1000);
  row("JSON", {R"({"a":[1,-2.5e3,"\u00e4",null,true],"b":{"c":""}})", "[[],{},0,1e10]"}, readJson,
      3000);
  row("business files", filesOf(u"business"_s, {u"*.toml"_s}), readBusiness, 60);
  row("scenarios", filesOf(u"scenarios"_s, {u"*.toml"_s}), readScenarioFile, 80);
  row("HTTP heads",
      {"GET /invoice/x?y=1 HTTP/1.1\r\nHost: pay.example.com\r\nAccept: */*\r\n\r\n",
       "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nab"},
      readHead, 5000);
  row("forms", {"number=4242+4242%204242&word=abc&x=%C3%A4", "a=&b=&c"}, readFormBody, 3000);
  row("Stripe signatures",
      {"t=1767225600,v1=" + QByteArray(64, 'a') + ",v1=" + QByteArray(64, '0')}, readSignature,
      3000);
}

void TestFuzz::hostileInputIsRefused() {
  QFETCH(QList<QByteArray>, corpus);
  QFETCH(std::function<QString(const QByteArray &)>, read);
  QFETCH(int, rounds);
  bool isOther = false;
  const auto seed = qEnvironmentVariableIntValue("TENANTRY_FUZZ_SEED", &isOther);
  Fuzzer fuzzer(corpus, quint32(isOther ? seed : 1));
  rounds *= std::max(1, qEnvironmentVariableIntValue("TENANTRY_FUZZ_ROUNDS"));
  for (int round = 0; round < rounds; ++round) {
    const auto input = fuzzer.next();
    const auto wrong = read(input);
    QVERIFY2(wrong.isEmpty(), qPrintable(u"%1, round %2: %3"_s.arg(wrong).arg(round).arg(
                                  QString::fromLatin1(input.toBase64()))));
  }
}

QTEST_GUILESS_MAIN(TestFuzz)
#include "tst_fuzz.moc"
