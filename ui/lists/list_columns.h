// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/paging/paged_list_model.h"
#include "ui/lists/column_layout.h"
#include <QObject>
#include <QTimer>

class QMenu;

namespace tenantry::ui {

class ListMemory;
class TableView;

/// The columns of a list as somebody chooses them: shown or not, moved and sized in the header's
/// menu or by dragging, kept under the list's name.
class ListColumns : public QObject {
  Q_OBJECT

public:
  /// When the table has its columns as the list has them.
  ListColumns(models::PagedListModel &list, TableView &table, QString name);

  /// Takes them from there, and keeps them there.
  void keepIn(ListMemory &memory);
  [[nodiscard]] ColumnLayout layout() const;
  void setLayout(const ColumnLayout &layout);
  /// Those of a saved view, until `takeOwn`: they are not kept as the list's.
  void borrow(const ColumnLayout &layout);
  void takeOwn();
  void setShown(int column, bool isShown);
  void move(int column,
            int by); ///< past its neighbour that is shown: −1 to the left, 1 to the right
  void widen(int column, int by); ///< pixels, never narrower than its head allows
  void reset();
  [[nodiscard]] QMenu *makeMenu(); ///< deletes itself when it is closed

Q_SIGNALS:
  void changed(); ///< by somebody

private:
  void take();
  void apply(const ColumnLayout &layout);
  [[nodiscard]] int columnOf(const QString &key) const;
  void addArranging(QMenu *menu);

  models::PagedListModel &m_list;
  TableView &m_table;
  const QString m_name;
  ColumnLayout m_first; ///< as the list has them
  ColumnLayout m_own;   ///< while others are borrowed
  ListMemory *m_memory = nullptr;
  QTimer m_pause; ///< dragging says much
  bool m_isApplying = false;
  bool m_isBorrowed = false;
};

} // namespace tenantry::ui
