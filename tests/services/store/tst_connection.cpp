// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/database.h"
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>
#include <array>
#include <sys/socket.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::store;

/// Servers that answer and let nobody in.
class TestStoreConnection : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void aRefusalSaysWhy_data();
  void aRefusalSaysWhy();
};

namespace {

/// The protocol's ErrorResponse.
QByteArray refusal(const QByteArray &state, const QByteArray &message) {
  QByteArray fields;
  for (const auto &field : {QByteArray("SFATAL"), QByteArray("VFATAL"), "C" + state, "M" + message})
    fields += field + '\0';
  fields += '\0';
  QByteArray length(4, '\0');
  qToBigEndian(static_cast<quint32>(fields.size() + 4), length.data());
  return 'E' + length + fields;
}

/// A socket where a server of that directory would have it.
int listenIn(const QString &directory) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const auto path = QFile::encodeName(directory + u"/.s.PGSQL.5432"_s);
  std::copy(path.begin(), path.end(), address.sun_path);
  const int listening = ::socket(AF_UNIX, SOCK_STREAM, 0);
  if (::bind(listening, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0 ||
      ::listen(listening, 1) != 0)
    qFatal("no socket at %s", path.constData());
  return listening;
}

/// Refuses the first who comes.
void serve(int listening, const QByteArray &answer) {
  const int client = ::accept(listening, nullptr, nullptr);
  std::array<char, 1024> greeting;
  if (::read(client, greeting.data(), greeting.size()) > 0 &&
      ::write(client, answer.constData(), static_cast<std::size_t>(answer.size())) < 0)
    qWarning("the refusal could not be said");
  ::close(client);
}

} // namespace

void TestStoreConnection::aRefusalSaysWhy_data() {
  QTest::addColumn<QByteArray>("state");
  QTest::addColumn<QByteArray>("message");
  QTest::addColumn<QString>("code");
  QTest::newRow("the disk of the server is full")
      << QByteArray("53100")
      << QByteArray("could not write to file \"base/pgsql_tmp/1\": No space left on device")
      << u"store.disk_full"_s;
  QTest::newRow("it is starting") << QByteArray("57P03")
                                  << QByteArray("the database system is starting up")
                                  << u"store.disconnected"_s;
}

void TestStoreConnection::aRefusalSaysWhy() {
  QFETCH(QByteArray, state);
  QFETCH(QByteArray, message);
  QFETCH(QString, code);
  const QTemporaryDir directory;
  const int listening = listenIn(directory.path());
  std::thread thread(serve, listening, refusal(state, message));
  const auto opened =
      Database::open({u"host='%1' port=5432 user=x dbname=x"_s.arg(directory.path()), {}, {}});
  thread.join();
  ::close(listening);
  QVERIFY(!opened);
  QCOMPARE(opened.error().code, code);
  QVERIFY2(opened.error().message.contains(QString::fromUtf8(message)),
           qPrintable(opened.error().message));
}

QTEST_GUILESS_MAIN(TestStoreConnection)
#include "tst_connection.moc"
