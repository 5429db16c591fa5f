// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/shell/pane.h"
#include "ui/widgets/key_help.h"
#include <QDialog>
#include <QStandardItemModel>

namespace tenantry::ui {

/// The keys of one part of the window.
struct KeySection {
  QString title;
  QList<KeyHelp> keys;
};

/// What the actions and parts of the widget answer to, in their order; none twice.
[[nodiscard]] KeySection keysOf(const QString &title, const QWidget *widget);

/// The list of keys, made from what answers them. Esc closes it.
class KeyList : public QDialog {
  Q_OBJECT

public:
  KeyList(const QList<KeySection> &sections, QWidget *window);

  [[nodiscard]] const QAbstractItemModel &model() const { return m_items; }

private:
  void add(const KeySection &section);

  QStandardItemModel m_items;
};

} // namespace tenantry::ui
