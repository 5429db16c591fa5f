// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/organizations/organization_record.h"
#include "ui/widgets/scroll_page.h"

class QLayout;
class QVBoxLayout;

namespace tenantry::ui {

class Card;

/// A scrolling column of cards: what a tab of the record stands on.
class TabPage : public ScrollPage {
public:
  explicit TabPage(const QString &name, QWidget *parent = nullptr);

protected:
  [[nodiscard]] QVBoxLayout *column() const { return m_column; }

private:
  QVBoxLayout *m_column;
};

/// A card as high as what it holds; one by itself takes all the room there is.
[[nodiscard]] Card *makeSnugCard(const QString &title);
/// One that holds rows of facts: they keep their distance themselves.
[[nodiscard]] Card *makeFactCard(const QString &title);

/// Removes and deletes what a layout holds, to fill it anew.
void clearLayout(QLayout *layout);

} // namespace tenantry::ui
