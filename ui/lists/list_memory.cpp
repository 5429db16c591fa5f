// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/list_memory.h"
#include "ui/shell/window_memory.h"
#include <QSettings>
#include <QUrlQuery>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

const QString columnsGroup = u"columns"_s, widthsGroup = u"widths"_s;
const QString viewItem = u"of-view"_s;
constexpr qsizetype longest = 4096;

QString placeOf(const QString &group, const QString &list) { return group + u'/' + list; }

} // namespace

ListMemory::ListMemory(QString file, QString filtersOfAll, int window, QMap<QString, QString> texts)
    : m_file(std::move(file)), m_filtersOfAll(std::move(filtersOfAll)),
      m_filters(m_filtersOfAll + QString::number(window)), m_texts(std::move(texts)) {}

std::unique_ptr<ListMemory> ListMemory::of(int window) const {
  return std::unique_ptr<ListMemory>(new ListMemory(m_file, m_filtersOfAll, window, m_texts));
}

ListMemory::ListMemory(QString file, const QString &database)
    : ListMemory(std::move(file), u"filters-%1-"_s.arg(groupOfDatabase(database)), 0, {}) {
  QSettings settings(m_file, QSettings::IniFormat);
  for (const auto &group : settings.childGroups()) {
    if (group != columnsGroup && group != widthsGroup && !group.startsWith(m_filtersOfAll))
      continue;
    settings.beginGroup(group);
    for (const auto &list : settings.childKeys())
      // Nothing is decoded that somebody else has written.
      if (const auto value = settings.value(list); value.typeId() == QMetaType::QString)
        m_texts[placeOf(group, list)] = value.toString().left(longest);
    settings.endGroup();
  }
}

ListMemory::~ListMemory() { m_writing.waitForFinished(); }

QString ListMemory::text(const QString &group, const QString &list) const {
  return m_texts.value(placeOf(group, list));
}

ColumnLayout ListMemory::columns(const QString &list) const {
  return layoutOf(text(columnsGroup, list));
}

std::optional<KeptFilter> ListMemory::filter(const QString &list) const {
  const QUrlQuery items(text(m_filters, list));
  if (items.isEmpty())
    return {};
  KeptFilter filter;
  for (const auto &[key, value] : items.queryItems(QUrl::FullyDecoded))
    (key == viewItem ? filter.view : filter.settings[key]) = value;
  return filter;
}

QList<int> ListMemory::widths(const QString &list) const {
  QList<int> widths;
  for (const auto &width : text(widthsGroup, list).split(u' ', Qt::SkipEmptyParts))
    widths += width.toInt();
  const bool isSound = widths.size() == 2 && widths.front() > 0 && widths.back() > 0;
  return isSound ? widths : QList<int>();
}

void ListMemory::keep(const QString &list, const ColumnLayout &columns) {
  keepText(columnsGroup, list, toText(columns));
}

void ListMemory::keepFilter(const QString &list, const KeptFilter &filter) {
  QStringList items;
  const auto add = [&items](const QString &key, const QString &value) {
    items +=
        QString::fromLatin1(QUrl::toPercentEncoding(key) + '=' + QUrl::toPercentEncoding(value));
  };
  add(viewItem, filter.view);
  for (const auto &[key, value] : filter.settings.asKeyValueRange())
    add(key, value);
  keepText(m_filters, list, items.join(u'&'));
}

void ListMemory::keepWidths(const QString &list, const QList<int> &widths) {
  QStringList texts;
  for (const int width : widths)
    texts += QString::number(width);
  keepText(widthsGroup, list, texts.join(u' '));
}

void ListMemory::keepText(const QString &group, const QString &list, const QString &text) {
  const auto place = placeOf(group, list);
  if (m_texts.value(place) == text)
    return;
  m_texts[place] = text;
  write([place, text](QSettings &settings) { settings.setValue(place, text); });
}

void ListMemory::forgetFilters() {
  for (const auto &place : m_texts.keys())
    if (place.startsWith(placeOf(m_filters, {})))
      m_texts.remove(place);
  write([group = m_filters](QSettings &settings) { settings.remove(group); });
}

/// One after the other, so that the last one is what stays.
void ListMemory::write(std::function<void(QSettings &)> change) {
  m_writing =
      QtConcurrent::run([before = m_writing, file = m_file, change = std::move(change)]() mutable {
        before.waitForFinished();
        QSettings settings(file, QSettings::IniFormat);
        change(settings);
        settings.sync();
      });
}

} // namespace tenantry::ui
