// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "tests/services/automation/exim_config.h"
#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <map>
#include <unistd.h>

namespace tenantry::tests {

using namespace Qt::StringLiterals;

/// A mail server that others have made (Exim, unpacked by scripts/conformance), on ports of this
/// machine, one for each way to speak with it. It knows the user "tenantry" with the password
/// "right", takes mails of at most 4 kB, and lets "greylisted" wait.
class EximHouse {
public:
  enum class Port { StartTls, Tls, Stripped, LoginOnly };

  static QString folder() {
    return QDir(qEnvironmentVariable("TENANTRY_MAIL_SERVER", u"build/mail-server"_s))
        .absolutePath();
  }
  static bool isThere() { return QFile::exists(folder() + u"/usr/sbin/exim4"_s); }

  /// Empty, or what went wrong.
  QString start() {
    for (const Port port : {Port::StartTls, Port::Tls, Port::Stripped, Port::LoginOnly}) {
      QTcpServer finder;
      finder.listen(QHostAddress::LocalHost);
      m_ports[port] = finder.serverPort();
    }
    QDir(m_home.path()).mkdir(u"spool"_s);
    if (!run(u"openssl"_s,
             {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
              u"ec_paramgen_curve:P-256"_s, u"-nodes"_s, u"-days"_s, u"2"_s, u"-subj"_s,
              u"/CN=mail.localhost"_s, u"-addext"_s, u"subjectAltName=DNS:mail.localhost"_s,
              u"-keyout"_s, path(u"key"_s), u"-out"_s, path(u"cert"_s)}))
      return u"openssl makes no certificate"_s;
    write(u"config"_s, config());
    // Its user need not exist on the machine: this library tells it that it does.
    const QString id = QString::number(getuid() == 0 ? 65534 : getuid());
    write(u"passwd"_s, u"root:x:0:0::/:/bin/sh\nDebian-exim:x:%1:%1::/:/bin/sh\n"_s.arg(id));
    write(u"group"_s, u"root:x:0:\nDebian-exim:x:%1:\n"_s.arg(id));
    if (getuid() == 0)
      run(u"chown"_s, {u"-R"_s, id + u':' + id, path(u"spool"_s), path(u"key"_s), path(u"cert"_s)});
    QFile::setPermissions(m_home.path(), QFile::Permissions(0x7755));
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LD_LIBRARY_PATH"_s, folder() + u"/usr/lib/x86_64-linux-gnu"_s);
    environment.insert(u"LD_PRELOAD"_s, u"libnss_wrapper.so"_s);
    environment.insert(u"NSS_WRAPPER_PASSWD"_s, path(u"passwd"_s));
    environment.insert(u"NSS_WRAPPER_GROUP"_s, path(u"group"_s));
    m_exim.setProcessEnvironment(environment);
    m_exim.setProcessChannelMode(QProcess::MergedChannels);
    m_exim.start(folder() + u"/usr/sbin/exim4"_s, {u"-bdf"_s, u"-C"_s, path(u"config"_s)});
    return awaitReady() ? QString() : QString::fromUtf8(m_exim.readAll()) + log(u"main"_s);
  }
  ~EximHouse() {
    m_exim.terminate();
    m_exim.waitForFinished(5000);
  }

  [[nodiscard]] QString url(Port port, const QString &host = u"mail.localhost"_s) const {
    return u"%1://tenantry@%2:%3"_s.arg(port == Port::Tls ? u"smtps"_s : u"smtp"_s, host)
        .arg(m_ports.at(port));
  }
  [[nodiscard]] QString certificate() const { return path(u"cert"_s); }
  [[nodiscard]] QString log(const QString &name) const {
    QFile file(path(u"spool/%1log"_s.arg(name)));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
  }

private:
  [[nodiscard]] QString path(const QString &name) const { return m_home.filePath(name); }
  void write(const QString &name, const QString &text) const {
    QFile file(path(name));
    if (file.open(QIODevice::WriteOnly))
      file.write(text.toUtf8());
  }
  static bool run(const QString &program, const QStringList &arguments) {
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished() && process.exitCode() == 0;
  }
  bool awaitReady() {
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 10'000 && m_exim.state() != QProcess::NotRunning) {
      QTcpSocket socket;
      socket.connectToHost(QHostAddress::LocalHost, m_ports[Port::StartTls]);
      if (socket.waitForConnected(100) && socket.waitForReadyRead(2000))
        return true;
      m_exim.waitForFinished(20);
    }
    return false;
  }
  [[nodiscard]] QString config() const {
    QString ports;
    for (const auto &[port, number] : m_ports)
      ports += (ports.isEmpty() ? u""_s : u" : "_s) + QString::number(number);
    return QString(eximConfig)

        .replace(u"%1"_s, m_home.path())
        .replace(u"%2"_s, ports)
        .replace(u"%3"_s, QString::number(m_ports.at(Port::Tls)))
        .replace(u"%4"_s, QString::number(m_ports.at(Port::Stripped)))
        .replace(u"%5"_s, QString::number(m_ports.at(Port::LoginOnly)));
  }

  QTemporaryDir m_home;
  std::map<Port, quint16> m_ports;
  QProcess m_exim;
};

} // namespace tenantry::tests
