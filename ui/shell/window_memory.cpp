// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/window_memory.h"
#include <QCryptographicHash>
#include <QFile>
#include <QSettings>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr qsizetype longestText = 4096;

/// Everything is kept as text, so that nothing is decoded that somebody else has written.
QString textOf(const QSettings &settings, const QString &key) {
  const auto value = settings.value(key);
  const auto text = value.typeId() == QMetaType::QString ? value.toString() : QString();
  return text.size() > longestText * History::longest ? QString() : text;
}

/// Settings that cannot be read would never be written again.
bool isReadable(const QString &file) {
  const QSettings settings(file, QSettings::IniFormat);
  (void)settings.allKeys(); // only now all of it is read
  return settings.status() != QSettings::FormatError;
}

QList<Place> placesOf(const QString &text) {
  QList<Place> places;
  for (const auto &link : text.split(u' ', Qt::SkipEmptyParts))
    if (const auto place = Place::parse(link); place && link.size() <= longestText)
      places.append(*place);
  return places;
}

/// No link has a blank.
QString textOf(const QList<Place> &places) {
  QStringList links;
  for (const auto &place : places)
    links.append(place.link());
  return links.join(u' ');
}

} // namespace

QString groupOfDatabase(const QString &database) {
  return QString::fromLatin1(
      QCryptographicHash::hash(database.toUtf8(), QCryptographicHash::Sha256).toHex().left(16));
}

WindowMemories::WindowMemories(QString file, const QString &database)
    : m_file(std::move(file)), m_group(groupOfDatabase(database)) {}

QString WindowMemories::defaultFile() {
  return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
         u"/tenantry/console.ini"_s;
}

std::vector<WindowMemory> WindowMemories::read() const {
  QSettings settings(m_file, QSettings::IniFormat);
  std::vector<WindowMemory> windows;
  settings.beginGroup(m_group);
  const int count = std::clamp(textOf(settings, u"windows"_s).toInt(), 0, mostWindows);
  for (int i = 0; i < count; ++i) {
    settings.beginGroup(QString::number(i));
    WindowMemory window;
    window.geometry = QByteArray::fromBase64(textOf(settings, u"geometry"_s).toLatin1());
    window.isSidebarNarrow = textOf(settings, u"sidebar"_s) == u"narrow"_s;
    const auto place = placesOf(textOf(settings, u"place"_s));
    window.history =
        History(place.isEmpty() ? std::nullopt : std::optional(place.front()),
                placesOf(textOf(settings, u"back"_s)), placesOf(textOf(settings, u"forward"_s)));
    bool isNumber = false;
    const int number = textOf(settings, u"lists"_s).toInt(&isNumber);
    window.number = isNumber && number >= 0 && number < mostWindows ? number : i;
    windows.push_back(std::move(window));
    settings.endGroup();
  }
  return windows;
}

bool WindowMemories::write(const std::vector<WindowMemory> &windows) const {
  if (!isReadable(m_file))
    QFile::remove(m_file);
  QSettings settings(m_file, QSettings::IniFormat);
  settings.beginGroup(m_group);
  settings.remove(QString());
  const auto count = std::min<std::size_t>(windows.size(), mostWindows);
  settings.setValue(u"windows"_s, QString::number(count));
  for (std::size_t i = 0; i < count; ++i) {
    const auto &window = windows[i];
    settings.beginGroup(QString::number(i));
    settings.setValue(u"geometry"_s, QString::fromLatin1(window.geometry.toBase64()));
    settings.setValue(u"sidebar"_s, window.isSidebarNarrow ? u"narrow"_s : u"wide"_s);
    const auto &history = window.history;
    settings.setValue(u"place"_s, history.current() ? history.current()->link() : QString());
    settings.setValue(u"back"_s, textOf(history.back()));
    settings.setValue(u"lists"_s, QString::number(window.number));
    settings.setValue(u"forward"_s, textOf(history.forward()));
    settings.endGroup();
  }
  settings.sync();
  return settings.status() == QSettings::NoError;
}

} // namespace tenantry::ui
