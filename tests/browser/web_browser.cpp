// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/browser/web_browser.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTcpSocket>
#include <QThread>
#include <csignal>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace tenantry::tests {

namespace {

constexpr auto elementKey = "element-6066-11e4-a52e-4f735466cecf";
constexpr int patience = 20'000; // milliseconds, for whatever is asked of it

QString driverName() { return QStandardPaths::findExecutable(u"chromedriver"_s); }
QString browserName() { return QStandardPaths::findExecutable(u"chromium"_s); }

QString textIn(const Json &object, const char *key) {
  return object.contains(key) && object[key].is_string() ? object[key].get<QString>() : QString();
}

Json keyActions(const QString &keys) {
  Json actions = Json::array();
  for (const QChar key : keys)
    for (const auto *type : {"keyDown", "keyUp"})
      actions.push_back({{"type", type}, {"value", QString(key)}});
  return {{"actions", {{{"type", "key"}, {"id", "keys"}, {"actions", actions}}}}};
}

} // namespace

QString WebBrowser::missing() {
  if (driverName().isEmpty() || browserName().isEmpty())
    return u"Chromium and its driver (packages chromium, chromium-driver) are not installed."_s;
  return {};
}

WebBrowser::WebBrowser() {
  auto environment = QProcessEnvironment::systemEnvironment();
  for (const auto *folder : {"HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "TMPDIR"})
    environment.insert(QString::fromLatin1(folder), m_folder.path());
  m_driver.setProcessEnvironment(environment);
  m_driver.setStandardErrorFile(QProcess::nullDevice());
  m_driver.setChildProcessModifier([] { ::setpgid(0, 0); }); // what they start is of their group
  // Its input ends with this process, however that ends; then all of them do.
  m_driver.start(u"/bin/sh"_s,
                 {u"-c"_s, u"\"$0\" --port=0 & read -r _; kill -KILL 0"_s, driverName()});
  static const QRegularExpression told(u"successfully on port (\\d+)"_s);
  QByteArray said;
  const QDeadlineTimer deadline(patience);
  while (m_port == 0 && !deadline.hasExpired() && m_driver.state() != QProcess::NotRunning) {
    m_driver.waitForReadyRead(1000);
    said += m_driver.readAllStandardOutput();
    m_port = told.match(QString::fromUtf8(said)).captured(1).toUShort();
  }
  if (m_port == 0)
    m_trouble = u"The driver of the browser does not start: "_s + QString::fromUtf8(said);
  else
    startSession();
}

WebBrowser::~WebBrowser() {
  if (!m_session.isEmpty())
    static_cast<void>(exchange("DELETE", u"/session/"_s + m_session, {}));
  const auto group = m_driver.processId();
  if (group > 0)
    ::kill(-static_cast<pid_t>(group), SIGKILL);
  m_driver.waitForFinished(patience);
}

void WebBrowser::startSession() {
  Json arguments{"--headless=new",
                 "--disable-gpu",
                 "--disable-dev-shm-usage",
                 "--disable-background-networking",
                 "--disable-component-update",
                 "--disable-extensions",
                 "--disable-sync",
                 "--no-first-run",
                 "--no-default-browser-check",
                 "--lang=en-US",
                 "--force-color-profile=srgb",
                 "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
                 "--user-data-dir=" + m_folder.filePath(u"profile"_s).toStdString()};
  if (::geteuid() == 0)
    arguments.push_back("--no-sandbox"); // it refuses to run as root otherwise
  const Json options{{"binary", browserName()},
                     {"args", arguments},
                     {"prefs",
                      {{"download.default_directory", m_folder.path()},
                       {"download.prompt_for_download", false},
                       {"plugins.always_open_pdf_externally", true}}}};
  const auto made = exchange("POST", u"/session"_s,
                             toBytes(Json{{"capabilities",
                                           {{"alwaysMatch",
                                             {{"browserName", "chrome"},
                                              {"goog:loggingPrefs", {{"browser", "ALL"}}},
                                              {"goog:chromeOptions", options}}}}}}));
  if (made.is_object() && made.contains("sessionId"))
    m_session = made["sessionId"].get<QString>();
  else
    m_trouble = u"The browser does not start: "_s + QString::fromUtf8(toBytes(made)).left(500);
  devTools("Page.setDownloadBehavior", {{"behavior", "allow"}, {"downloadPath", m_folder.path()}});
}

Json WebBrowser::exchange(const QByteArray &method, const QString &path, const QByteArray &body) {
  QTcpSocket socket;
  socket.connectToHost(u"127.0.0.1"_s, m_port);
  if (!socket.waitForConnected(patience))
    return {{"error", "the driver is gone"}};
  socket.write(method + ' ' + path.toLatin1() +
               " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
               "Content-Type: application/json; charset=utf-8\r\nContent-Length: " +
               QByteArray::number(body.size()) + "\r\n\r\n" + body);
  QByteArray answer;
  const QDeadlineTimer deadline(patience);
  qsizetype whole = -1;
  while ((whole < 0 || answer.size() < whole) && !deadline.hasExpired()) {
    if (socket.bytesAvailable() == 0 && !socket.waitForReadyRead(1000) &&
        socket.state() != QAbstractSocket::ConnectedState)
      break;
    answer += socket.readAll();
    const auto end = answer.indexOf("\r\n\r\n");
    const auto at = answer.toLower().indexOf("content-length:");
    if (end > 0 && at > 0 && at < end)
      whole =
          end + 4 + answer.mid(at + 15, answer.indexOf('\r', at) - at - 15).trimmed().toLongLong();
  }
  const auto parsed = parseJson(answer.mid(answer.indexOf("\r\n\r\n") + 4));
  if (!parsed || !parsed->is_object() || !parsed->contains("value"))
    return {{"error", "no answer"}};
  return (*parsed)["value"];
}

Json WebBrowser::command(const QByteArray &method, QStringView path, const Json &body) {
  if (m_session.isEmpty())
    return {};
  auto value = exchange(method, u"/session/"_s + m_session + path.toString(),
                        body.is_null() ? QByteArray() : toBytes(body));
  if (value.is_object() && value.contains("error") && m_trouble.isEmpty())
    m_trouble = path.toString() + u": "_s + QString::fromUtf8(toBytes(value)).left(400);
  return value;
}

Json WebBrowser::devTools(const char *name, const Json &parameters) {
  return post(u"/goog/cdp/execute", {{"cmd", name}, {"params", parameters}});
}

void WebBrowser::open(const QString &url) { static_cast<void>(post(u"/url", {{"url", url}})); }

QString WebBrowser::url() {
  const auto value = get(u"/url");
  return value.is_string() ? value.get<QString>() : QString();
}

QString WebBrowser::title() {
  const auto value = get(u"/title");
  return value.is_string() ? value.get<QString>() : QString();
}

QString WebBrowser::text() {
  const auto value = script(u"return document.body ? document.body.innerText : ''"_s);
  return value.is_string() ? value.get<QString>() : QString();
}

Json WebBrowser::script(const QString &body) {
  return post(u"/execute/sync", {{"script", body}, {"args", Json::array()}});
}

QString WebBrowser::find(const QString &selector) {
  const auto found = post(u"/elements", {{"using", "css selector"}, {"value", selector}});
  if (!found.is_array() || found.empty() || !found[0].contains(elementKey))
    return {};
  return found[0][elementKey].get<QString>();
}

// Where the mouse is, so that what lies above an element takes the click, as it would.
void WebBrowser::click(const QString &selector, int times) {
  const auto element = find(selector);
  if (element.isEmpty() && m_trouble.isEmpty())
    m_trouble = u"There is nothing to click at: "_s + selector;
  static_cast<void>(
      script(u"document.querySelector(`%1`).scrollIntoView({block: 'center'})"_s.arg(selector)));
  Json actions{{{"type", "pointerMove"},
                {"duration", 0},
                {"x", 0},
                {"y", 0},
                {"origin", {{elementKey, element}}}}};
  for (int time = 0; time < times; ++time)
    for (const auto *type : {"pointerDown", "pointerUp"})
      actions.push_back({{"type", type}, {"button", 0}});
  static_cast<void>(post(u"/actions", {{"actions",
                                        {{{"type", "pointer"},
                                          {"id", "mouse"},
                                          {"parameters", {{"pointerType", "mouse"}}},
                                          {"actions", actions}}}}}));
}

void WebBrowser::press(const QString &keys) {
  static_cast<void>(post(u"/actions", keyActions(keys)));
}

bool WebBrowser::tabTo(const QString &selector) {
  constexpr int mostStops = 40;
  const auto has =
      u"return document.activeElement === document.querySelector(`%1`)"_s.arg(selector);
  for (int stop = 0; stop < mostStops; ++stop) {
    if (script(has) == Json(true))
      return true;
    press(QString(QChar(tab)));
  }
  return false;
}

void WebBrowser::resize(int width, int height) {
  devTools("Emulation.setDeviceMetricsOverride",
           {{"width", width}, {"height", height}, {"deviceScaleFactor", 1}, {"mobile", false}});
}

bool WebBrowser::scrollsSideways() {
  return script(u"const e = document.documentElement; return e.scrollWidth > e.clientWidth"_s) !=
         Json(false);
}

QByteArray WebBrowser::picture() {
  const auto value =
      devTools("Page.captureScreenshot", {{"format", "png"}, {"captureBeyondViewport", true}});
  return value.is_object() && value.contains("data")
             ? QByteArray::fromBase64(value["data"].get<QString>().toLatin1())
             : QByteArray();
}

QStringList WebBrowser::complaints() {
  QStringList found;
  const auto entries = post(u"/se/log", {{"type", "browser"}});
  if (entries.is_array())
    for (const auto &entry : entries)
      found.append(u"%1 %2"_s.arg(textIn(entry, "level"), textIn(entry, "message")));
  return found;
}

QByteArray WebBrowser::download(const QString &name) const {
  QByteArray content;
  waitUntil([&] {
    QFile file(m_folder.filePath(name)); // it has another name until it is whole
    if (file.open(QIODevice::ReadOnly))
      content = file.readAll();
    return !content.isEmpty();
  });
  return content;
}

bool WebBrowser::waitUntil(const std::function<bool()> &condition, int milliseconds) {
  const QDeadlineTimer deadline(milliseconds);
  while (!condition()) {
    if (deadline.hasExpired())
      return false;
    QThread::msleep(10);
  }
  return true;
}

} // namespace tenantry::tests
