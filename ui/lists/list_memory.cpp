// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/list_memory.h"
#include <QSettings>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

const QString group = u"columns"_s;
constexpr qsizetype longest = 4096;

void write(const QString &file, const QString &list, const QString &text) {
  QSettings settings(file, QSettings::IniFormat);
  settings.beginGroup(group);
  settings.setValue(list, text);
  settings.sync();
}

} // namespace

ListMemory::ListMemory(QString file) : m_file(std::move(file)) {
  QSettings settings(m_file, QSettings::IniFormat);
  settings.beginGroup(group);
  for (const auto &list : settings.childKeys())
    // Nothing is decoded that somebody else has written.
    if (const auto value = settings.value(list); value.typeId() == QMetaType::QString)
      m_columns[list] = layoutOf(value.toString().left(longest));
}

ListMemory::~ListMemory() { m_writing.waitForFinished(); }

void ListMemory::keep(const QString &list, const ColumnLayout &columns) {
  if (m_columns.value(list) == columns)
    return;
  m_columns[list] = columns;
  // One after the other, so that the last one is what stays.
  m_writing = QtConcurrent::run(
      [before = m_writing, file = m_file, list, text = toText(columns)]() mutable {
        before.waitForFinished();
        write(file, list, text);
      });
}

} // namespace tenantry::ui
