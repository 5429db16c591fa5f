// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/due_book.h"
#include "tests/app/programs.h"
#include "tests/services/http/raw_client.h"

#include <QTest>
#include <QUrl>
#include <csignal>

using namespace tenantry;
using namespace tenantry::tests;

/// PORTAL-2: the daemon serves what the links of the command line lead to.
class TestDaemonPages : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void aLinkLeadsToItsPage();
  void wrongAddressesAreSaid();
  void linksMustLeadToAnAddress();

private:
  DueBook m_due;
};

namespace {

class PagesDaemon : public QProcess {
public:
  explicit PagesDaemon(const QString &url) {
    setProcessChannelMode(QProcess::MergedChannels);
    start(programPath(u"tenantryd"_s),
          {u"--database"_s, url, u"--workers"_s, u"1"_s, u"--http"_s, u"127.0.0.1:0"_s});
    static const QByteArray mark = "served at port ";
    while (!m_said.contains(mark) && waitForReadyRead(patience))
      m_said += readAll();
    const auto from = m_said.indexOf(mark) + mark.size();
    port = m_said.mid(from, m_said.indexOf('\n', from) - from).toUShort();
  }
  ~PagesDaemon() override {
    kill();
    waitForFinished(patience);
  }
  bool stop() {
    terminate();
    return waitForFinished(patience) && exitStatus() == QProcess::NormalExit && exitCode() == 0;
  }
  [[nodiscard]] QByteArray get(const QString &path) const {
    return RawClient(port).ask("GET " + path.toLatin1() +
                               " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
  }
  quint16 port = 0;

private:
  QByteArray m_said;
};

nlohmann::json answer(const QString &url, const QStringList &arguments) {
  const auto ran =
      runProgram(u"tenantryctl"_s, QStringList{u"--database"_s, url, u"--json"_s} + arguments);
  if (ran.status != 0)
    qWarning("%s%s", ran.output.constData(), ran.errors.constData());
  return ran.status == 0 ? ran.json() : nlohmann::json();
}

QString textOf(const nlohmann::json &document, const char *key) {
  return QString::fromStdString(document.value(key, std::string()));
}

} // namespace

void TestDaemonPages::aLinkLeadsToItsPage() {
  const auto book = m_due.copy(u"pages"_s);
  PagesDaemon daemon(book->url());
  QVERIFY(daemon.port != 0);
  QVERIFY(daemon.get(u"/healthz"_s).startsWith("HTTP/1.1 200"));
  const auto listed = answer(book->url(), {u"invoice"_s, u"list"_s});
  const auto &invoice = listed.at("invoices").at(0);
  const auto base = u"http://127.0.0.1:%1"_s.arg(daemon.port);
  const auto toInvoice = answer(book->url(), {u"invoice"_s, u"link"_s, textOf(invoice, "number"),
                                              u"--public-url"_s, base + u'/'});
  const auto url = textOf(toInvoice, "url");
  QVERIFY(url.startsWith(base + u"/invoice/"_s));
  const auto page = daemon.get(QUrl(url).path());
  QVERIFY(page.startsWith("HTTP/1.1 200"));
  QVERIFY(page.contains(textOf(invoice, "number").toUtf8()));
  QVERIFY(daemon.get(QUrl(url).path() + u"/pdf"_s).contains("%PDF-"));
  const auto organization = textOf(invoice, "organization");
  const auto toAccount = answer(book->url(), {u"organization"_s, u"link"_s, organization});
  const auto account = QUrl(textOf(toAccount, "url")).path();
  QVERIFY(daemon.get(account).contains("Customer"));
  const auto revoked = answer(book->url(), {u"organization"_s, u"revoke-links"_s, organization});
  QCOMPARE(revoked.value("revoked", 0), 2);
  QVERIFY(daemon.get(account).startsWith("HTTP/1.1 404"));
  QVERIFY(daemon.get(QUrl(url).path()).startsWith("HTTP/1.1 404"));
  QVERIFY(daemon.stop());
}

void TestDaemonPages::wrongAddressesAreSaid() {
  const auto book = m_due.copy(u"addresses"_s);
  const auto run = [&](const QString &address) {
    return runProgram(u"tenantryd"_s, {u"--database"_s, book->url(), u"--http"_s, address});
  };
  QCOMPARE(run(u"nowhere"_s).status, 2);
  const PagesDaemon daemon(book->url());
  const auto second = run(u"127.0.0.1:%1"_s.arg(daemon.port));
  QCOMPARE(second.status, 1);
  QVERIFY(second.errors.contains("http.listen"));
}

void TestDaemonPages::linksMustLeadToAnAddress() {
  for (const auto *url : {"pay.example.com", "ftp://pay.example.com", "https://", "https://x/pay"})
    QCOMPARE(runProgram(u"tenantryctl"_s, {u"invoice"_s, u"link"_s, u"INV-1"_s, u"--public-url"_s,
                                           QString::fromLatin1(url)})
                 .status,
             2);
}

QTEST_GUILESS_MAIN(TestDaemonPages)
#include "tst_daemon_pages.moc"
