// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

class QHBoxLayout;

namespace tenantry::ui {

class ElidedLabel;
class Label;

/// The head of a pane or of a part of it: title, one muted fact beside it, actions on the right.
class SectionHeader : public QWidget {
public:
  enum class Level {
    Pane,
    Part
  }; ///< 52 px with a 16 px title, or as high as its content with 14 px

  explicit SectionHeader(const QString &title, Level level = Level::Part,
                         QWidget *parent = nullptr);

  void setTitle(const QString &title);
  void setFact(const QString &fact);
  void addAction(QWidget *action); ///< appended at the right

private:
  Label *m_title;
  ElidedLabel *m_fact;
  QHBoxLayout *m_layout;
};

} // namespace tenantry::ui
