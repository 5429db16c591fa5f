// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

class QPushButton;
class QStackedLayout;

namespace tenantry::ui {

class IconTile;
class Label;

/// What a pane shows where rows would be, each with the next step.
struct EmptyStateContent {
  QString line;     ///< "No accounts in dunning"
  QString sentence; ///< why, and what will change it; of an error its cause, the age of shown rows,
                    ///< a reference
  QString action;   ///< of the one button; none where empty
  QString icon{};   ///< of the empty state; the others have their own
};

/// Loading, empty, no match and error are four different pictures.
class EmptyState : public QWidget {
  Q_OBJECT

public:
  enum class Kind { Empty, NoMatch, Error, Loading };
  Q_ENUM(Kind)

  explicit EmptyState(QWidget *parent = nullptr);

  void showMessage(Kind kind, const EmptyStateContent &content);
  void showLoading();
  [[nodiscard]] Kind kind() const { return m_kind; }

Q_SIGNALS:
  void actionTriggered(tenantry::ui::EmptyState::Kind kind);

protected:
  void resizeEvent(QResizeEvent *event) override;

private:
  [[nodiscard]] QWidget *makeMessage();
  void fitSentence();

  Kind m_kind = Kind::Loading;
  IconTile *m_tile;
  Label *m_line;
  Label *m_sentence;
  QPushButton *m_action;
  QStackedLayout *m_pages;
};

} // namespace tenantry::ui
